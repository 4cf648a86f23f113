package cn.wufei.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The demo's own files, as the loader reads them.
final class DemoFiles {

  private DemoFiles() {}

  static DemoData read() {
    try {
      return DemoData.read(Path.of("demo", "accounts.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
