package cn.wufei.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What tells one process from a later one with the same number: the kernel's start time in clock
/// ticks since boot, and which boot that was. (`ProcessHandle` converts ticks with the wall clock,
/// which may be set between two readings; the ticks themselves never change.)
record ProcessIdentity(long pid, long startTicks, String bootId) {

  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int START_TIME_AFTER_NAME = 19;

  /// The process that has this number now, if there is one that is not a zombie.
  static Optional<ProcessIdentity> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The name is in parentheses and may itself hold spaces and parentheses.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      if (fields[0].equals("Z") || fields[0].equals("X")) {
        return Optional.empty();
      }
      long startTicks = Long.parseLong(fields[START_TIME_AFTER_NAME]);
      return Optional.of(new ProcessIdentity(pid, startTicks, Files.readString(BOOT_ID).strip()));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  boolean isRunning() {
    return of(pid).filter(this::equals).isPresent();
  }
}
