namespace Grader.Variants;

/// <summary>A worksheet of which no variant can be made. The message says of which question, and what stood in the way.</summary>
public sealed class NoVariantException(string message) : Exception(message);
