package cn.wufei.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds `docs/processes.md` to the processes that the code declares: what stands there between two
/// marks is drawn from a declaration. `-Dwufei.draw=true` draws it anew.
public final class ProcessDrawing {

  private static final Path DOCUMENT = Path.of("../docs/processes.md");

  private ProcessDrawing() {}

  /// From one state to another.
  public record Arrow(String from, String to, String label) {}

  /// Fails when a part of the document is not what its declaration says.
  ///
  /// @param part as its marks name it
  /// @param drawn a version, without its heading
  public static <P> void assertDrawn(
      String part,
      Class<P> declaration,
      List<P> versions,
      ToIntFunction<P> numberOf,
      Function<P, String> drawn)
      throws IOException {
    String begins = "<!-- %s: drawn from %s -->\n".formatted(part, declaration.getSimpleName());
    String ends = "<!-- end of %s -->".formatted(part);
    String text = Files.readString(DOCUMENT);
    int from = text.indexOf(begins);
    int to = text.indexOf(ends);
    assertThat(from).as(begins).isNotNegative();
    assertThat(to).as(ends).isGreaterThan(from);
    String renewed =
        versions.stream()
            .map(each ->
                "### Version %d\n\n%s\n".formatted(numberOf.applyAsInt(each), drawn.apply(each)))
            .collect(
                Collectors.joining(
                    "", text.substring(0, from + begins.length()), text.substring(to)));
    if (Boolean.getBoolean("wufei.draw")) {
      Files.writeString(DOCUMENT, renewed);
    }

    assertThat(Files.readString(DOCUMENT)).isEqualTo(renewed);
  }

  /// A diagram of states; it ends in those that no arrow leaves.
  ///
  /// @param first the state in which everything begins
  /// @param begun what begins it
  public static String diagram(String first, String begun, Stream<Arrow> arrows) {
    List<Arrow> all = arrows.toList();
    StringBuilder diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n");
    diagram.append("  [*] --> %s: %s\n".formatted(first, begun));
    all.forEach(each ->
        diagram.append("  %s --> %s: %s\n".formatted(each.from(), each.to(), each.label())));
    all.stream()
        .map(Arrow::to)
        .distinct()
        .filter(state -> all.stream().noneMatch(each -> each.from().equals(state)))
        .forEach(state -> diagram.append("  %s --> [*]\n".formatted(state)));
    return diagram.append("```\n").toString();
  }
}
