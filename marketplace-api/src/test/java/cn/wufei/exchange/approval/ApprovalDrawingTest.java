package cn.wufei.exchange.approval;

import static cn.wufei.exchange.testing.ProcessDrawing.assertDrawn;
import static cn.wufei.exchange.testing.ProcessDrawing.diagram;

import cn.wufei.exchange.testing.ProcessDrawing.Arrow;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalDrawingTest {

  @Test
  void the_document_shows_the_process_as_it_is_declared() throws IOException {
    assertDrawn(
        "approvals",
        ApprovalProcess.class,
        ApprovalProcess.VERSIONS,
        ApprovalProcess::version,
        ApprovalDrawingTest::drawn);
  }

  private static String drawn(ApprovalProcess process) {
    return diagram(
        "pending",
        "ask",
        process.transitions().stream()
            .map(each ->
                new Arrow(
                    each.from().code(),
                    each.to().code(),
                    "%s (%s)".formatted(each.step().code(), each.actor().code()))));
  }
}
