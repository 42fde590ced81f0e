using Grader.Exercises;

namespace Grader.Variants;

/// <summary>What one student is given.</summary>
/// <param name="Student">The id that the answer file carries, as the class list writes it.</param>
/// <param name="Worksheet">With the student's own numbers.</param>
public sealed record HandOut(string Student, string Name, VariantCode Code, Worksheet Worksheet);
