package dev.heapwright.testkit.block;

import java.io.IOException;
import java.io.InputStream;

/**
 * Defines its own copy of each class in one package and its subpackages, and delegates for all other classes to the
 * loader of the originals. The static fields of an allocator's class, and therefore the allocator, are thus in their
 * initial state.
 */
final class OwnCopies extends ClassLoader {
    private final String prefix;

    private OwnCopies(Class<?> original) {
        super(original.getClassLoader());
        prefix = original.getPackageName() + ".";
    }

    /**
     * {@return a copy of a class}
     *
     * @throws ClassNotFoundException if there is no class file for it
     */
    static Class<?> of(Class<?> original) throws ClassNotFoundException {
        return new OwnCopies(original).loadClass(original.getName());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(prefix)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
