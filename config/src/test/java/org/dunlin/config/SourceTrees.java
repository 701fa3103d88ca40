package org.dunlin.config;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sources of the hub as the compiler reads them, without what only pretends or measures. */
final class SourceTrees {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> ROOMS =
      List.of("core", "connectors", "store", "work", "routes", "console", "config");

  private final List<CompilationUnitTree> units;

  private SourceTrees(List<CompilationUnitTree> units) {
    this.units = units;
  }

  /** A call as it is written, with the file in which it stands. */
  record Call(
      CompilationUnitTree unit, String on, String name, List<? extends ExpressionTree> with) {
    String file() {
      return SourceTrees.file(unit);
    }
  }

  static SourceTrees read() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources =
          ROOMS.stream()
              .map(room -> TOP.resolve(room).resolve("src/main/java"))
              .flatMap(SourceTrees::javaFiles)
              .toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return new SourceTrees(units);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String file(CompilationUnitTree unit) {
    return Path.of(unit.getSourceFile().toUri()).getFileName().toString().replace(".java", "");
  }

  int size() {
    return units.size();
  }

  /** All calls of a method of this name, on whatever. */
  List<Call> calls(String name) {
    List<Call> found = new ArrayList<>();
    for (CompilationUnitTree unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
          if (call.getMethodSelect() instanceof MemberSelectTree select
              && select.getIdentifier().contentEquals(name)) {
            String on = select.getExpression().toString();
            found.add(new Call(unit, on, name, call.getArguments()));
            if (name.equals("formatted") && isConstant(select.getExpression())) {
              found.removeLast();
            }
          }
          return super.visitMethodInvocation(call, nothing);
        }
      }.scan(unit, null);
    }
    return found;
  }

  /** The files in which a name stands by itself, such as that of a class. */
  List<String> naming(List<String> names) {
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitIdentifier(IdentifierTree name, Void nothing) {
          note(name.getName().toString());
          return super.visitIdentifier(name, nothing);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
          note(select.getIdentifier().toString());
          return super.visitMemberSelect(select, nothing);
        }

        private void note(String name) {
          if (names.contains(name)) {
            found.add(file(unit) + " names " + name);
          }
        }
      }.scan(unit, null);
    }
    return found.stream().distinct().toList();
  }

  /** All texts that stand in the sources, by the file in which they do. */
  Map<String, List<String>> texts() {
    Map<String, List<String>> found = new HashMap<>();
    for (CompilationUnitTree unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
          if (literal.getValue() instanceof String text) {
            found.computeIfAbsent(file(unit), name -> new ArrayList<>()).add(text);
          }
          return super.visitLiteral(literal, nothing);
        }
      }.scan(unit, null);
    }
    return found;
  }

  /** What the constants and variables of all files say that are texts, by file and name. */
  Map<String, String> assigned() {
    Map<String, String> found = new HashMap<>();
    for (CompilationUnitTree unit : units) {
      constants(unit).forEach((name, text) -> found.put(file(unit) + "." + name, text));
    }
    return found;
  }

  /** What the constants of a file say that are texts, by their names. */
  static Map<String, String> constants(CompilationUnitTree unit) {
    Map<String, String> found = new HashMap<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree variable, Void nothing) {
        if (variable.getInitializer() instanceof LiteralTree literal
            && literal.getValue() instanceof String text) {
          found.put(variable.getName().toString(), text);
        }
        return super.visitVariable(variable, nothing);
      }
    }.scan(unit, null);
    return found;
  }

  /** Whether an expression is made of nothing but what stands in the source. */
  static boolean isConstant(Tree expression) {
    return switch (expression) {
      case LiteralTree literal -> true;
      case ParenthesizedTree inner -> isConstant(inner.getExpression());
      case BinaryTree both ->
          isConstant(both.getLeftOperand()) && isConstant(both.getRightOperand());
      case ConditionalExpressionTree either ->
          isConstant(either.getTrueExpression()) && isConstant(either.getFalseExpression());
      case IdentifierTree name -> name.toString().matches("[A-Z][A-Z0-9_]+");
      case MemberSelectTree select -> select.getIdentifier().toString().matches("[A-Z][A-Z0-9_]+");
      case MethodInvocationTree call ->
          call.getMethodSelect() instanceof MemberSelectTree select
              && select.getIdentifier().contentEquals("formatted")
              && isConstant(select.getExpression());
      default -> false;
    };
  }
}
