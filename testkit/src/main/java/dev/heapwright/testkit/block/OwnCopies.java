package dev.heapwright.testkit.block;

import java.io.IOException;
import java.io.InputStream;

/**
 * Has a copy of its own of each class of one package and those below it, and all other classes from where the originals
 * came from. So the static fields of an allocator's class, and with them the allocator, are as new.
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
     * @throws ClassNotFoundException if there is no class file of it
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
