package cn.wufei.exchange.deal.document;

import static cn.wufei.exchange.testing.ProcessDrawing.assertDrawn;
import static cn.wufei.exchange.testing.ProcessDrawing.diagram;

import cn.wufei.exchange.testing.ProcessDrawing.Arrow;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentDrawingTest {

  @Test
  void the_document_shows_the_process_as_it_is_declared() throws IOException {
    assertDrawn(
        "documents",
        DocumentProcess.class,
        DocumentProcess.VERSIONS,
        DocumentProcess::version,
        DocumentDrawingTest::drawn);
  }

  private static String drawn(DocumentProcess process) {
    return diagram(
            "proposed",
            "write (agreement), amend (proposer)",
            process.transitions().stream()
                .map(each ->
                    new Arrow(
                        each.from().code(),
                        each.to().code(),
                        "%s (%s)".formatted(each.act().code(), each.actor().code()))))
        + "\nA record that it was signed on paper:\n\n"
        + diagram(
            "recorded",
            "record-paper (either-side)",
            process.papers().stream()
                .map(each ->
                    new Arrow(
                        each.from().code(),
                        each.to().code(),
                        "%s (%s)".formatted(each.act().code(), recorderOr(each.actor())))));
  }

  private static String recorderOr(DocumentProcess.Actor actor) {
    return actor == DocumentProcess.Actor.PROPOSER ? "recorder" : actor.code();
  }
}
