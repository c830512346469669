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
 * Collects what the language model shows of the classes of the sources, for a compiler that shows no more: what their
 * declarations mention, without method bodies and initialisers.
 */
final class ModelMentions {
    private final Elements elements;
    private final Mentions mentions;

    ModelMentions(Elements elements, Mentions mentions) {
        this.elements = elements;
        this.mentions = mentions;
    }

    /** Collects what a class and those nested in it mention; the place is the smallest declaration that does. */
    void add(TypeElement type) {
        String name = elements.getBinaryName(type).toString();
        Mentions.Place place = new Mentions.Declaration(type);
        mentions.add(name, name, place);
        mention(name, type.getSuperclass(), place);
        type.getInterfaces().forEach(each -> mention(name, each, place));
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
        Mentions.Place place = new Mentions.Declaration(member);
        addAnnotations(name, member, place);
        if (member instanceof ExecutableElement method) {
            addParameters(name, method, place);
            mention(name, method.getReturnType(), place);
            method.getThrownTypes().forEach(each -> mention(name, each, place));
            method.getParameters().forEach(parameter -> {
                mention(name, parameter.asType(), place);
                addAnnotations(name, parameter, place);
            });
        } else {
            mention(name, member.asType(), place);
        }
    }

    private void addParameters(String name, Parameterizable generic, Mentions.Place place) {
        for (TypeParameterElement parameter : generic.getTypeParameters()) {
            parameter.getBounds().forEach(bound -> mention(name, bound, place));
        }
    }

    private void addAnnotations(String name, Element element, Mentions.Place place) {
        element.getAnnotationMirrors().forEach(each -> mention(name, each.getAnnotationType(), place));
    }

    private void mention(String name, TypeMirror type, Mentions.Place place) {
        for (TypeMirror part : parts(type)) {
            mention(name, part, place);
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            mentions.add(name, elements.getBinaryName(element).toString(), place);
        }
    }

    /** Not the bounds of a type variable: they are mentioned where it is declared, and may mention itself. */
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
