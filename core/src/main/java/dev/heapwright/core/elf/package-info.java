/**
 * Reads and edits ELF files, the format of programs and shared libraries on Linux: bytes in, values or bytes out.
 *
 * <p>{@link dev.heapwright.core.elf.ElfFile} reads one; {@link dev.heapwright.core.elf.ExportRenaming} and
 * {@link dev.heapwright.core.elf.NeededLibrary} edit one in place, so that no code and no relocation changes. A file that
 * they do not understand in full is refused.
 *
 * @see <a href="https://gabi.xinuos.com/">System V Application Binary Interface, with the ELF format</a>
 */
@NullMarked
package dev.heapwright.core.elf;

import org.jspecify.annotations.NullMarked;
