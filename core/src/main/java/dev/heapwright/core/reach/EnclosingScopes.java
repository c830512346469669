package dev.heapwright.core.reach;

import java.util.ArrayList;
import java.util.List;

/** What is around a class, as class files name it: an annotation there counts for the class too. */
public final class EnclosingScopes {
    /** What the class file of a package's annotations is called in that package. */
    public static final String PACKAGE_INFO = "package-info";

    private EnclosingScopes() {}

    /**
     * {@return binary names of the class itself and of what may be around it, from the inside out: the classes that it
     * may be nested in, then {@link #PACKAGE_INFO} of its package, if that has a name}
     *
     * <p>A dollar sign need not stand between nested classes: then there is no class of that name, and no harm.
     *
     * @param name binary name of a class
     */
    public static List<String> of(String name) {
        List<String> around = new ArrayList<>();
        for (int end = name.length(); end > 0; end = name.lastIndexOf('$', end - 1)) {
            around.add(name.substring(0, end));
        }
        int packageEnd = name.lastIndexOf('.');
        if (packageEnd > 0) {
            around.add(name.substring(0, packageEnd + 1) + PACKAGE_INFO);
        }
        return around;
    }
}
