package dev.heapwright.core.reach;

import java.util.ArrayList;
import java.util.List;

/** What encloses a class, as class files name it: an annotation there applies to the class too. */
public final class EnclosingScopes {
    /** The name of the class file that has a package's annotations. */
    public static final String PACKAGE_INFO = "package-info";

    private EnclosingScopes() {}

    /**
     * {@return binary names of the class itself and of what may enclose it, from the inside out: the classes that it
     * may be nested in, then {@link #PACKAGE_INFO} of its package, if that has a name}
     *
     * <p>A dollar sign need not separate nested classes: then no class of that name exists, which does no harm.
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
