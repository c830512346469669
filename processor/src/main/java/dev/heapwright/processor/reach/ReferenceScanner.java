package dev.heapwright.processor.reach;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the classes of an attributed source reference: the class of everything that a name refers to, and the
 * types in its declaration, as a class file would name them. Use of a constant does not reference its class: the
 * compiler copies the value.
 */
final class ReferenceScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final Elements elements;
    private final References references;
    private final Deque<String> classes = new ArrayDeque<>();

    ReferenceScanner(Trees trees, Elements elements, References references) {
        this.trees = trees;
        this.elements = elements;
        this.references = references;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        Element element = trees.getElement(getCurrentPath());
        // References of a local or anonymous class count for the enclosing class.
        boolean member = element instanceof TypeElement type
                && (type.getNestingKind() == NestingKind.TOP_LEVEL || type.getNestingKind() == NestingKind.MEMBER);
        if (member) {
            classes.push(elements.getBinaryName((TypeElement) element).toString());
            references.add(classes.element(), classes.element(), place());
        }
        scan(tree.getModifiers(), null);
        scan(tree.getTypeParameters(), null);
        scan(tree.getExtendsClause(), null);
        scan(tree.getImplementsClause(), null);
        // Not the permitted subclasses: a sealed class does not need them.
        scan(tree.getMembers(), null);
        if (member) {
            classes.pop();
        }
        return null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        reference();
        return super.visitIdentifier(tree, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        Element element = trees.getElement(getCurrentPath());
        if (isConstant(element)) {
            return null;
        }
        reference();
        // A reference to a nested class does not reference the enclosing classes that merely qualify its name.
        boolean name = element instanceof TypeElement
                && (tree.getExpression() instanceof IdentifierTree || tree.getExpression() instanceof MemberSelectTree);
        return name ? null : super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
        reference();
        return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
        reference();
        return super.visitNewClass(tree, null);
    }

    private void reference() {
        Element element = trees.getElement(getCurrentPath());
        if (element == null || classes.isEmpty() || isConstant(element)) {
            return;
        }
        if (element.asType().getKind() == TypeKind.ERROR) {
            references.setIncomplete();
            return;
        }
        if (element instanceof TypeElement type) {
            reference(type);
        } else if (element instanceof ExecutableElement method) {
            mentionOwner(method);
            reference(method.getReturnType());
            method.getParameters().forEach(parameter -> reference(parameter.asType()));
        } else if (element instanceof VariableElement variable) {
            mentionOwner(variable);
            reference(variable.asType());
        }
    }

    private void mentionOwner(Element member) {
        if (member.getEnclosingElement() instanceof TypeElement owner) {
            reference(owner);
        }
    }

    private void reference(TypeMirror type) {
        if (type instanceof ArrayType array) {
            reference(array.getComponentType());
        } else if (type instanceof DeclaredType declared) {
            reference((TypeElement) declared.asElement());
            declared.getTypeArguments().forEach(argument -> reference(argument));
        }
    }

    private void reference(TypeElement type) {
        if (type.getNestingKind() == NestingKind.TOP_LEVEL || type.getNestingKind() == NestingKind.MEMBER) {
            references.add(classes.element(), elements.getBinaryName(type).toString(), place());
        }
    }

    /** For a synthetic tree, the position of the enclosing one: on javac 17, the type of a var has none. */
    private References.Place place() {
        TreePath path = getCurrentPath();
        CompilationUnitTree unit = path.getCompilationUnit();
        while (trees.getSourcePositions().getStartPosition(unit, path.getLeaf()) == Diagnostic.NOPOS) {
            path = path.getParentPath();
        }
        return new References.Expression(path.getLeaf(), unit);
    }

    private static boolean isConstant(@Nullable Element element) {
        return element instanceof VariableElement variable && variable.getConstantValue() != null;
    }
}
