package cn.wufei.exchange.tender;

import static cn.wufei.exchange.testing.ProcessDrawing.assertDrawn;
import static cn.wufei.exchange.testing.ProcessDrawing.diagram;

import cn.wufei.exchange.testing.ProcessDrawing.Arrow;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderDrawingTest {

  @Test
  void the_document_shows_the_process_as_it_is_declared() throws IOException {
    assertDrawn(
        "tenders",
        TenderProcess.class,
        TenderProcess.VERSIONS,
        TenderProcess::version,
        TenderDrawingTest::drawn);
  }

  private static String drawn(TenderProcess process) {
    return diagram(
            "open",
            "invite",
            process.transitions().stream()
                .map(each ->
                    new Arrow(
                        each.from().code(),
                        each.to().code(),
                        "%s (%s)".formatted(each.act().code(), each.actor().code()))))
        + "\nA bid in it:\n\n"
        + diagram(
            "sealed",
            "seal while open (bidder)",
            process.bidTransitions().stream()
                .map(each ->
                    new Arrow(
                        "sealed",
                        each.to().code(),
                        "%s while %s (%s)"
                            .formatted(
                                each.act().code(), each.during().code(), each.actor().code()))))
        + """

        Bidders who have a bid to open are reminded %d hours before the opening ends, or when one part in %d of it is left where that is shorter.
        """
            .formatted(process.reminderHours(), process.reminderFraction());
  }
}
