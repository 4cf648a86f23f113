package cn.wufei.local;

import java.nio.file.Files;
import java.nio.file.Path;

/// Ends the servers that an instance which was killed has left running on a state folder, so that
/// the folder can be removed. Run with the folder as the only argument.
///
/// Fails when a living instance uses the folder.
public final class EndOrphans {

  private EndOrphans() {}

  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("the state folder is the only argument");
    }
    Path varDir = Path.of(arguments[0]);
    if (Files.isDirectory(varDir.resolve("run"))) {
      RunFolder.claim(varDir, "database").close();
      RunFolder.claim(varDir, "search").close();
    }
  }
}
