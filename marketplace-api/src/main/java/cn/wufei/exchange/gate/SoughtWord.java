package cn.wufei.exchange.gate;

/// A word as it is sought in texts: made once, as some hundred of them are sought in every lot.
///
/// @param text in the form in which [ScreenedText] holds what is sought
record SoughtWord(Script script, String text) {

  static SoughtWord of(String word) {
    Script script = scriptOf(word);
    ScreenedText screened = new ScreenedText(word);
    return new SoughtWord(script, script == Script.CHINESE ? screened.han() : screened.compact());
  }

  private static Script scriptOf(String word) {
    boolean chinese = word.codePoints().anyMatch(Character::isIdeographic);
    boolean other =
        word.codePoints()
            .anyMatch(character ->
                Character.isLetterOrDigit(character) && !Character.isIdeographic(character));
    if (chinese) {
      return other ? Script.MIXED : Script.CHINESE;
    }
    return Script.LATIN;
  }

  enum Script {
    CHINESE,
    LATIN,
    MIXED
  }
}
