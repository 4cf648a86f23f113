package cn.wufei.exchange.deal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Holds `docs/processes.md` to the declared process. `-Dwufei.draw=true` draws it anew.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentDrawingTest {

  private static final Path DOCUMENT = Path.of("../docs/processes.md");
  private static final String BEGINS = "<!-- documents: drawn from DocumentProcess -->\n";
  private static final String ENDS = "<!-- end of documents -->";

  @Test
  void the_document_shows_the_process_as_it_is_declared() throws IOException {
    String text = Files.readString(DOCUMENT);
    int from = text.indexOf(BEGINS);
    int to = text.indexOf(ENDS);
    assertThat(from).isNotNegative();
    assertThat(to).isGreaterThan(from);
    String drawn =
        DocumentProcess.VERSIONS.stream()
            .map(DocumentDrawingTest::drawn)
            .collect(Collectors.joining());
    String renewed = text.substring(0, from) + BEGINS + drawn + text.substring(to);
    if (Boolean.getBoolean("wufei.draw")) {
      Files.writeString(DOCUMENT, renewed);
    }

    assertThat(Files.readString(DOCUMENT)).isEqualTo(renewed);
  }

  private static String drawn(DocumentProcess process) {
    String arrows =
        process.transitions().stream()
            .map(each ->
                "  %s --> %s: %s (%s)\n"
                    .formatted(
                        each.from().code(),
                        each.to().code(),
                        each.act().code(),
                        each.actor().code()))
            .collect(Collectors.joining());
    String ends =
        process.transitions().stream()
            .map(DocumentProcess.Transition::to)
            .distinct()
            .filter(state -> process.transitions().stream().noneMatch(each -> each.from() == state))
            .map(state -> "  %s --> [*]\n".formatted(state.code()))
            .collect(Collectors.joining());
    String papers =
        process.papers().stream()
            .map(each ->
                "  %s --> %s: %s (%s)\n"
                    .formatted(
                        each.from().code(),
                        each.to().code(),
                        each.act().code(),
                        each.actor() == DocumentProcess.Actor.PROPOSER
                            ? "recorder"
                            : each.actor().code()))
            .collect(Collectors.joining());
    return """
    ### Version %d

    ```mermaid
    stateDiagram-v2
      [*] --> proposed: write (agreement), amend (proposer)
    %s%s```

    A record that it was signed on paper:

    ```mermaid
    stateDiagram-v2
      [*] --> recorded: record-paper (either-side)
    %s```

    """
        .formatted(process.version(), arrows, ends, papers);
  }
}
