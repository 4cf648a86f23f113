package cn.wufei.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir Path varDir;

  @Test
  void a_folder_in_use_is_refused_in_one_line_until_it_is_released() {
    try (RunFolder _ = RunFolder.claim(varDir, "database")) {
      assertThatThrownBy(() -> RunFolder.claim(varDir, "database"))
          .isInstanceOf(LocalServicesException.class)
          .hasMessageContaining("in use by another running instance")
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()))
          .hasMessageNotContaining("\n");
    }

    RunFolder.claim(varDir, "database").close();
  }

  @Test
  void a_recorded_process_that_still_runs_is_ended() throws IOException, InterruptedException {
    Process orphan = new ProcessBuilder("sleep", "600").start();
    try (RunFolder earlier = RunFolder.claim(varDir, "search")) {
      earlier.note(orphan.pid(), List.of("sleep", "600"));
    }

    try (RunFolder _ = RunFolder.claim(varDir, "search")) {
      assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      orphan.destroyForcibly();
    }

    assertThat(varDir.resolve("run/search.pid")).doesNotExist();
  }

  @Test
  void a_recorded_process_that_ignores_the_request_is_killed_with_what_it_started()
      throws IOException, InterruptedException {
    Process orphan =
        new ProcessBuilder("sh", "-c", "trap '' TERM; sleep 600 & echo started; wait; wait")
            .start();
    assertThat(orphan.inputReader().readLine()).isEqualTo("started");
    List<ProcessHandle> children = orphan.descendants().toList();
    assertThat(children).isNotEmpty();

    boolean ended = ProcessTree.end(orphan.toHandle(), Duration.ofMillis(200));

    assertThat(ended).isTrue();
    assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void a_foreign_process_that_was_given_a_recorded_number_is_left_alone() throws IOException {
    Process foreign = new ProcessBuilder("sleep", "600").start();
    try {
      ProcessIdentity identity = ProcessIdentity.of(foreign.pid()).orElseThrow();
      ProcessIdentity recycled =
          new ProcessIdentity(identity.pid(), identity.startTicks() - 100, identity.bootId());
      Path record = varDir.resolve("run/database.pid");
      Files.createDirectories(record.getParent());
      new ProcessRecord(recycled, "mariadbd").write(record);

      RunFolder.claim(varDir, "database").close();

      assertThat(foreign.isAlive()).isTrue();
      assertThat(record).doesNotExist();
    } finally {
      foreign.destroyForcibly();
    }
  }
}
