package cn.wufei.exchange.tender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Holds `docs/processes.md` to the declared process. `-Dwufei.draw=true` draws it anew.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderDrawingTest {

  private static final Path DOCUMENT = Path.of("../docs/processes.md");
  private static final String BEGINS = "<!-- tenders: drawn from TenderProcess -->\n";
  private static final String ENDS = "<!-- end of tenders -->";

  @Test
  void the_document_shows_the_process_as_it_is_declared() throws IOException {
    String text = Files.readString(DOCUMENT);
    int from = text.indexOf(BEGINS);
    int to = text.indexOf(ENDS);
    assertThat(from).isNotNegative();
    assertThat(to).isGreaterThan(from);
    String drawn =
        TenderProcess.VERSIONS.stream().map(TenderDrawingTest::drawn).collect(Collectors.joining());
    String renewed = text.substring(0, from) + BEGINS + drawn + text.substring(to);
    if (Boolean.getBoolean("wufei.draw")) {
      Files.writeString(DOCUMENT, renewed);
    }

    assertThat(Files.readString(DOCUMENT)).isEqualTo(renewed);
  }

  private static String drawn(TenderProcess process) {
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
        Stream.of(TenderStatus.values())
            .filter(status -> !status.isLive())
            .map(status -> "  %s --> [*]\n".formatted(status.code()))
            .collect(Collectors.joining());
    String bids =
        process.bidTransitions().stream()
            .map(each ->
                "  sealed --> %s: %s while %s (%s)\n"
                    .formatted(
                        each.to().code(),
                        each.act().code(),
                        each.during().code(),
                        each.actor().code()))
            .collect(Collectors.joining());
    return """
    ### Version %d

    ```mermaid
    stateDiagram-v2
      [*] --> open: invite
    %s%s```

    A bid in it:

    ```mermaid
    stateDiagram-v2
      [*] --> sealed: seal while open (bidder)
    %s```

    Bidders who have a bid to open are reminded %d hours before the opening ends, or when one part in %d of it is left where that is shorter.

    """
        .formatted(
            process.version(),
            arrows,
            ends,
            bids,
            process.reminderHours(),
            process.reminderFraction());
  }
}
