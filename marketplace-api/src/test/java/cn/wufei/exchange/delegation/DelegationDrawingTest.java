package cn.wufei.exchange.delegation;

import static cn.wufei.exchange.testing.ProcessDrawing.assertDrawn;
import static cn.wufei.exchange.testing.ProcessDrawing.diagram;

import cn.wufei.exchange.testing.ProcessDrawing.Arrow;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DelegationDrawingTest {

  @Test
  void the_document_shows_the_process_as_it_is_declared() throws IOException {
    assertDrawn(
        "delegations",
        DelegationProcess.class,
        DelegationProcess.VERSIONS,
        DelegationProcess::version,
        DelegationDrawingTest::drawn);
  }

  private static String drawn(DelegationProcess process) {
    String diagram =
        diagram(
            "offered",
            "offer (delegator)",
            process.transitions().stream()
                .map(each ->
                    new Arrow(
                        each.from().code(),
                        each.to().code(),
                        "%s (%s)".formatted(each.act().code(), each.actor().code()))));
    return diagram
        + """

        An offer is answered within %d days, and not after the delegation's own last day. The first \
        day lies at most %d days ahead of the offer, the last one at most %d years after the first; \
        %d days before it both firms are told.
        """
            .formatted(
                process.answerDays(),
                process.aheadDaysMax(),
                process.yearsMax(),
                process.warningDays());
  }
}
