package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Exported heads, as the interface gives them.
final class HeadFiles {

  private HeadFiles() {}

  static void write(Path file, BlockHeader block, SigningKey key) throws IOException {
    Files.writeString(
        file,
        """
        {"blockNumber": %d, "hash": "%s", "recordedAt": "%s", "keyId": "%s", "publicKey": "%s", "signature": "%s"}
        """
            .formatted(
                block.number(),
                block.hashText(),
                Times.instant(block.recordedAt()),
                block.keyId(),
                HEX.formatHex(key.publicKey()),
                HEX.formatHex(block.signature())));
  }
}
