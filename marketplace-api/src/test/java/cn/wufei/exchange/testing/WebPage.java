package cn.wufei.exchange.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files such as a build of the web page leaves them.
public final class WebPage {

  public static final String INDEX = "<!doctype html><title>无废交易平台</title>\n";
  public static final String SCRIPT = "console.log('a script long enough to be compressed');\n";
  private static final int SCRIPT_REPEATS = 200;

  private WebPage() {}

  static void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("assets"));
    Files.writeString(folder.resolve("index.html"), INDEX);
    Files.writeString(folder.resolve("assets/index-abc123.js"), SCRIPT.repeat(SCRIPT_REPEATS));
  }
}
