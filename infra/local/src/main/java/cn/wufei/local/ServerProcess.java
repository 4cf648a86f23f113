package cn.wufei.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server's running process with its log file. Started in a session of its own, so that Ctrl-C in
/// a terminal reaches the application alone, which then stops its servers in order.
final class ServerProcess {

  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
  private static final Duration STOP_GRACE = Duration.ofSeconds(20);
  private static final long LOG_MAX_BYTES = 10_000_000;

  private final String name;
  private final Process process;
  private final Path log;
  private final RunFolder folder;
  private final Thread exitHook;
  private volatile boolean endExpected;

  private ServerProcess(
      String name, Process process, Path log, RunFolder folder, Duration exitGrace) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.folder = folder;
    this.exitHook = Thread.ofPlatform().name("stop-" + name).unstarted(() -> stopAtExit(exitGrace));
  }

  static ServerProcess start(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path workDir,
      Path log,
      RunFolder folder,
      Duration exitGrace) {
    List<String> line = new ArrayList<>();
    Programs.find("setsid").ifPresent(setsid -> line.add(setsid.toString()));
    line.addAll(command);
    try {
      rotate(log);
      ProcessBuilder builder = new ProcessBuilder(line).directory(workDir.toFile());
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process process = builder.start();
      folder.note(process.pid(), line);
      ServerProcess server = new ServerProcess(name, process, log, folder, exitGrace);
      var _ = process.onExit().thenAccept(server::ended);
      server.stopWithJvm();
      return server;
    } catch (IOException e) {
      throw new LocalServicesException("%s cannot be started: %s".formatted(name, e), e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  int exitCode() {
    return process.exitValue();
  }

  /// Waits for an end that is meant to come without being asked for; whether it came within
  /// `limit`.
  boolean awaitEnd(Duration limit) {
    endExpected = true;
    try {
      return process.waitFor(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Asks the server to stop, kills what is left after `grace`, and returns when nothing is left.
  void stop(Duration grace) {
    endExpected = true;
    if (ProcessTree.end(process.toHandle(), grace)) {
      folder.forget();
    } else {
      LOG.error("{} (process {}) cannot be ended", name, process.pid());
    }
    try {
      Runtime.getRuntime().removeShutdownHook(exitHook);
    } catch (IllegalStateException e) {
      LOG.debug("The JVM is ending, its hooks stay", e);
    }
  }

  /// Gives the server no time to end in order; [#stop(Duration)] still has to follow.
  void kill() {
    endExpected = true;
    process.destroyForcibly();
  }

  /// The application that ends at the same time may need the server a little longer and stop it
  /// itself.
  private void stopAtExit(Duration grace) {
    if (!grace.isZero() && !awaitEnd(grace)) {
      LOG.warn("{} is stopped: the application did not do so within {}", name, grace);
    }
    stop(STOP_GRACE);
  }

  private void stopWithJvm() {
    try {
      Runtime.getRuntime().addShutdownHook(exitHook);
    } catch (IllegalStateException e) {
      stop(STOP_GRACE);
      throw new LocalServicesException(name + " is not started, the program is ending", e);
    }
  }

  /// The last line of the log that passes, stripped; empty when there is none.
  String lastLogLine(Predicate<String> wanted) {
    try {
      // A log may hold bytes that are no UTF-8: a path in another encoding, a torn write.
      String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      return text.lines().filter(wanted).reduce("", (earlier, later) -> later).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private void ended(Process process) {
    if (!endExpected) {
      LOG.error(
          "{} ended by itself with exit code {} and is not restarted; its log is {}",
          name,
          process.exitValue(),
          log);
    }
  }

  private static void rotate(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_MAX_BYTES) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
