package com.example.columns;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;

/**
 * The data about a class file: a row.
 *
 * @param module that contains it
 * @param packageName its package; empty for a module descriptor
 * @param name without the package
 * @param size of the file, in bytes
 * @param constants the number of entries in its constant pool
 * @param fields how many it declares
 * @param methods how many it declares
 */
record ClassFacts(String module, String packageName, String name, int size, int constants, int fields, int methods) {
    /**
     * Reads a class file.
     *
     * @param path such as {@code java.base/java/lang/String.class}
     * @param content of the file
     */
    static ClassFacts of(String path, byte[] content) {
        int module = path.indexOf('/');
        int name = path.lastIndexOf('/');
        ClassModel model = ClassFile.of().parse(content);
        return new ClassFacts(
                path.substring(0, module),
                name == module ? "" : path.substring(module + 1, name).replace('/', '.'),
                path.substring(name + 1, path.length() - ".class".length()),
                content.length,
                model.constantPool().size(),
                model.fields().size(),
                model.methods().size());
    }
}
