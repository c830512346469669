package dev.heapwright.testing;

import net.jqwik.api.JqwikException;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Makes jqwik try as many cases as {@link Tries} says, both by default and for each property with its own number. */
public final class FewerTries implements AroundPropertyHook {
    private static final int JQWIK_DEFAULT = 1000;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property)
            throws JqwikException {
        context.attributes().setTries(Tries.of(context.attributes().tries().orElse(JQWIK_DEFAULT)));
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
