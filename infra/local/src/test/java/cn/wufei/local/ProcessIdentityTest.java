package cn.wufei.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

  @Test
  void the_same_process_has_the_same_identity_whenever_it_is_asked() {
    long pid = ProcessHandle.current().pid();

    ProcessIdentity first = ProcessIdentity.of(pid).orElseThrow();

    assertThat(ProcessIdentity.of(pid)).contains(first);
    assertThat(first.isRunning()).isTrue();
  }

  @Test
  void a_process_with_the_same_number_but_another_start_is_another_process() {
    ProcessIdentity own = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

    ProcessIdentity earlier = new ProcessIdentity(own.pid(), own.startTicks() - 1, own.bootId());
    ProcessIdentity beforeReboot =
        new ProcessIdentity(own.pid(), own.startTicks(), "00000000-0000-0000-0000-000000000000");

    assertThat(earlier.isRunning()).isFalse();
    assertThat(beforeReboot.isRunning()).isFalse();
  }

  @Test
  void an_ended_process_has_no_identity() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sleep", "600").start();
    ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();

    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

    assertThat(identity.isRunning()).isFalse();
  }
}
