package dev.heapwright.gradle;

import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.Optional;

/** The block {@code heapwright} of a build script. */
public interface HeapwrightExtension {
    /**
     * {@return what the project produces: {@code application}, {@code hosted}, {@code bundle} or {@code library}; detected if
     * it is not set}
     */
    @Input
    @Optional
    Property<String> getKind();

    /**
     * {@return what to link if nothing is linked explicitly: {@code default} for what the kind has, {@code none}, {@code
     * system}, {@code jemalloc} or {@code mimalloc}}
     */
    @Input
    @Optional
    Property<String> getAllocator();

    /** {@return whether the glue checks how the program uses its blocks; false if it is not set} */
    @Input
    Property<Boolean> getChecked();

    /** {@return whether the glue records what the program allocates; false by default} */
    @Input
    Property<Boolean> getObserved();

    /** {@return how many bytes may be live, such as {@code 512m}; not limited if it is not set; it implies {@code observed}} */
    @Input
    @Optional
    Property<String> getLimit();
}
