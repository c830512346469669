package dev.heapwright.processor.reach;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/**
 * Collects the references in the declarations of the source classes, without method bodies and initialisers: what the
 * language model shows, for compilers that show no more.
 */
final class ModelReferences {
    private final Elements elements;
    private final References references;

    ModelReferences(Elements elements, References references) {
        this.elements = elements;
        this.references = references;
    }

    /**
     * Collects the references of a class and of those nested in it; the place of one is the smallest declaration that
     * contains it.
     */
    void add(TypeElement type) {
        String name = elements.getBinaryName(type).toString();
        References.Place place = new References.Declaration(type);
        references.add(name, name, place);
        reference(name, type.getSuperclass(), place);
        type.getInterfaces().forEach(each -> reference(name, each, place));
        addParameters(name, type, place);
        addAnnotations(name, type, place);
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof TypeElement nested) {
                add(nested);
            } else {
                addMember(name, member);
            }
        }
    }

    private void addMember(String name, Element member) {
        References.Place place = new References.Declaration(member);
        addAnnotations(name, member, place);
        if (member instanceof ExecutableElement method) {
            addParameters(name, method, place);
            reference(name, method.getReturnType(), place);
            method.getThrownTypes().forEach(each -> reference(name, each, place));
            method.getParameters().forEach(parameter -> {
                reference(name, parameter.asType(), place);
                addAnnotations(name, parameter, place);
            });
        } else {
            reference(name, member.asType(), place);
        }
    }

    private void addParameters(String name, Parameterizable generic, References.Place place) {
        for (TypeParameterElement parameter : generic.getTypeParameters()) {
            parameter.getBounds().forEach(bound -> reference(name, bound, place));
        }
    }

    private void addAnnotations(String name, Element element, References.Place place) {
        element.getAnnotationMirrors().forEach(each -> reference(name, each.getAnnotationType(), place));
    }

    private void reference(String name, TypeMirror type, References.Place place) {
        for (TypeMirror part : parts(type)) {
            reference(name, part, place);
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            references.add(name, elements.getBinaryName(element).toString(), place);
        }
    }

    /**
     * Not the bounds of a type variable: they are collected at its declaration, and may refer to the variable itself.
     */
    private static List<? extends TypeMirror> parts(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return List.of(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
                    .filter(Objects::nonNull)
                    .toList();
        }
        return type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    }
}
