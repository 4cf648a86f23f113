package planted.stream;

/// What the violators look at.
public record StreamName(String text) {}
