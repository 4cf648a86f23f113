package cn.wufei.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServicesIT {

  private static final Duration UP = Duration.ofMinutes(2);

  @TempDir Path varDir;

  @Test
  void closing_leaves_no_process_and_no_record() {
    List<ProcessHandle> started;
    try (LocalServices services = LocalServices.start(varDir, LocalOptions.defaults())) {
      assertThat(services.awaitSearch(UP)).isTrue();
      started = ProcessHandle.current().descendants().toList();
      assertThat(started).hasSizeGreaterThanOrEqualTo(2);
    }

    assertThat(started).noneMatch(ProcessHandle::isAlive);
    assertThat(varDir.resolve("run/database.pid")).doesNotExist();
    assertThat(varDir.resolve("run/search.pid")).doesNotExist();
  }

  @Test
  void a_terminated_application_takes_its_services_along()
      throws IOException, InterruptedException {
    Process application = startApplication();
    List<ProcessHandle> services = application.descendants().toList();
    assertThat(services).hasSizeGreaterThanOrEqualTo(2);

    application.destroy();

    assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(services).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void what_a_killed_application_leaves_running_is_ended_by_the_next_start()
      throws IOException, InterruptedException {
    Process application = startApplication();
    List<ProcessHandle> orphans = application.descendants().toList();
    ProcessRecord database = ProcessRecord.read(varDir.resolve("run/database.pid")).orElseThrow();
    ProcessRecord search = ProcessRecord.read(varDir.resolve("run/search.pid")).orElseThrow();
    application.destroyForcibly();
    assertThat(application.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(Stream.of(database, search).map(ProcessRecord::identity))
        .allMatch(ProcessIdentity::isRunning);

    try (LocalServices services = LocalServices.start(varDir, LocalOptions.defaults())) {
      assertThat(orphans).noneMatch(ProcessHandle::isAlive);
      assertThat(services.awaitSearch(UP)).isTrue();
      assertThat(services.database().isRunning()).isTrue();
    }

    await().until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
  }

  private Process startApplication() throws IOException {
    Process application =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LocalServicesChild.class.getName(),
                varDir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines = application.inputReader();
    assertThat(lines.lines().anyMatch("up"::equals)).isTrue();
    return application;
  }
}
