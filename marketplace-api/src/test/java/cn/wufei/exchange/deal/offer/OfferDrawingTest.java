package cn.wufei.exchange.deal.offer;

import static cn.wufei.exchange.testing.ProcessDrawing.assertDrawn;
import static cn.wufei.exchange.testing.ProcessDrawing.diagram;

import cn.wufei.exchange.testing.ProcessDrawing.Arrow;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferDrawingTest {

  @Test
  void the_document_shows_the_process_as_it_is_declared() throws IOException {
    assertDrawn(
        "offers",
        OfferProcess.class,
        OfferProcess.VERSIONS,
        OfferProcess::version,
        OfferDrawingTest::drawn);
  }

  private static String drawn(OfferProcess process) {
    return diagram(
            "open",
            "propose",
            process.transitions().stream()
                .map(each ->
                    new Arrow(
                        each.from().code(),
                        each.to().code(),
                        "%s (%s)".formatted(each.act().code(), each.actor().code()))))
        + """

        An offer stands for %d days where its maker says nothing else, %d at most. Who has to answer is reminded %d day before its last day.
        """
            .formatted(process.validityDays(), process.validityDaysMax(), process.reminderDays());
  }
}
