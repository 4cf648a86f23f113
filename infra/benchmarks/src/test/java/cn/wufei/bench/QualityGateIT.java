package cn.wufei.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.local.LocalOptions;
import cn.wufei.seeds.region.Published;
import cn.wufei.seeds.region.Region;
import cn.wufei.seeds.region.RegionDrawing;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The quality benchmark on a small region, so that no change to the matcher lands that shows what
/// cannot be traded or loses what can. The judge knows nothing of the database, so one is enough.
@EnabledIfSystemProperty(named = "wufei.test.database", matches = "mariadb")
final class QualityGateIT {

  private static final long SEED = 4;
  private static final int EACH = 250;
  private static final int ASKED = 150;
  private static final Path REFERENCE = Path.of("..", "..", "seeds", "reference");

  @TempDir private Path folder;

  @Test
  void what_is_shown_may_trade_and_hardly_anything_that_may_is_left_out() throws Exception {
    Region region = RegionDrawing.draw(SEED, EACH, EACH, REFERENCE);
    LocalOptions small =
        LocalOptions.defaults()
            .withDatabaseArguments(128, List.of("--innodb-log-file-size=96M"))
            .withMinimumFreeMb(0);

    try (Exchange exchange = Exchange.market(folder, REFERENCE, Exchange.Parts.INDEXED, small)) {
      QualityRun run = new QualityRun(exchange, region, REFERENCE);
      Published published = run.publish(folder);
      QualityRun.Findings findings = run.ask(published, ASKED);

      assertThat(findings.answerable()).isGreaterThan(ASKED / 2);
      assertThat(findings.violations()).as("%s", findings.examples()).isZero();
      assertThat(findings.figures()).as("%s", findings.examples()).isZero();
      assertThat(findings.recallAt50()).isGreaterThanOrEqualTo(QualityBench.RECALL_BUDGET);
      assertThat(findings.ndcgAt10()).isGreaterThanOrEqualTo(QualityBench.NDCG_BUDGET);
    }
  }
}
