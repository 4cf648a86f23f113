package cn.wufei.exchange.sample;

import static cn.wufei.exchange.testing.ProcessDrawing.assertDrawn;
import static cn.wufei.exchange.testing.ProcessDrawing.diagram;

import cn.wufei.exchange.testing.ProcessDrawing.Arrow;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleDrawingTest {

  @Test
  void the_document_shows_the_process_as_it_is_declared() throws IOException {
    assertDrawn(
        "samples",
        SampleProcess.class,
        SampleProcess.VERSIONS,
        SampleProcess::version,
        SampleDrawingTest::drawn);
  }

  private static String drawn(SampleProcess process) {
    String diagram =
        diagram(
            "requested",
            "ask (buyer)",
            process.transitions().stream()
                .map(each ->
                    new Arrow(
                        each.from().code(),
                        each.to().code(),
                        "%s (%s)".formatted(each.act().code(), each.actor().code()))));
    return diagram
        + """

        A request is answered within %d days. The seller names a day at most %d days ahead, and can \
        send until %d days after it. What was sent counts as received after %d days; %d days after \
        receipt nobody waits any more for what came of it.
        """
            .formatted(
                process.answerDays(),
                process.sendDaysMax(),
                process.graceDays(),
                process.receiptDays(),
                process.conclusionDays());
  }
}
