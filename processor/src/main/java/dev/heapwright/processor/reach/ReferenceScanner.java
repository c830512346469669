package dev.heapwright.processor.reach;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.heapwright.core.bytecode.Member;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Collects what the members of an attributed source refer to, by the names that class files use. */
final class ReferenceScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final Elements elements;
    private final References references;
    private Member current = new Member("", "", "");

    ReferenceScanner(Trees trees, Elements elements, References references) {
        this.trees = trees;
        this.elements = elements;
        this.references = references;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        Member around = current;
        if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
            current = new Member(elements.getBinaryName(type).toString(), "", "");
            references.add(current, current, place());
        }
        super.visitClass(tree, null);
        current = around;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
        Member around = enter(tree.getName().toString());
        references.add(current, current, place());
        super.visitMethod(tree, null);
        current = around;
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        Member around = isMember() ? enter(initialiser(tree.getModifiers().getFlags())) : current;
        super.visitVariable(tree, null);
        current = around;
        return null;
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void nothing) {
        Member around = isMember() ? enter(tree.isStatic() ? Member.STATIC_INITIALISER : Member.CONSTRUCTOR) : current;
        super.visitBlock(tree, null);
        current = around;
        return null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        reference();
        return super.visitIdentifier(tree, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        reference();
        return super.visitMemberSelect(tree, null);
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

    private Member enter(String name) {
        Member around = current;
        current = new Member(around.type(), name, "");
        return around;
    }

    private boolean isMember() {
        return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
    }

    private static String initialiser(Set<Modifier> modifiers) {
        return modifiers.contains(Modifier.STATIC) ? Member.STATIC_INITIALISER : Member.CONSTRUCTOR;
    }

    private void reference() {
        Element element = trees.getElement(getCurrentPath());
        if (element instanceof TypeElement type) {
            references.add(current, new Member(elements.getBinaryName(type).toString(), "", ""), place());
        } else if (element != null && element.getEnclosingElement() instanceof TypeElement owner) {
            references.add(
                    current,
                    new Member(
                            elements.getBinaryName(owner).toString(),
                            element.getSimpleName().toString(),
                            ""),
                    place());
        }
    }

    /** For a synthetic tree, the position of the enclosing one: on javac 17, the type of a var has none. */
    private References.Place place() {
        TreePath path = getCurrentPath();
        CompilationUnitTree unit = path.getCompilationUnit();
        Tree tree = path.getLeaf();
        while (trees.getSourcePositions().getStartPosition(unit, tree) == Diagnostic.NOPOS) {
            path = path.getParentPath();
            tree = path.getLeaf();
        }
        return new References.Place(tree, unit);
    }
}
