package cn.wufei.exchange.deal.calloff;

import static cn.wufei.exchange.testing.ProcessDrawing.assertDrawn;
import static cn.wufei.exchange.testing.ProcessDrawing.diagram;

import cn.wufei.exchange.testing.ProcessDrawing.Arrow;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallOffDrawingTest {

  @Test
  void the_document_shows_the_process_as_it_is_declared() throws IOException {
    assertDrawn(
        "call-offs",
        CallOffProcess.class,
        CallOffProcess.VERSIONS,
        CallOffProcess::version,
        CallOffDrawingTest::drawn);
  }

  private static String drawn(CallOffProcess process) {
    String diagram =
        diagram(
            "called",
            "call in time and within the flexibility (buyer)",
            Stream.concat(
                Stream.of(new Arrow("[*]", "requested", "call otherwise (buyer)")),
                process.transitions().stream()
                    .map(each ->
                        new Arrow(
                            each.from().code(),
                            each.to().code(),
                            "%s (%s)".formatted(each.act().code(), each.actor().code())))));
    return diagram
        + """

        For how long the seller can answer says the framework: 1 to 14 days. A month is called off at \
        most %d times, with what came to nothing; it waits in the buyer's worklist from %d days before \
        the last day of calling off in time until it begins.
        """
            .formatted(process.perMonthMax(), process.workDays());
  }
}
