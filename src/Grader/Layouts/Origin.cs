namespace Grader.Layouts;

/// <summary>Whose a submission is and how it came, as the names around it say. Never trusted.</summary>
/// <param name="Student">The id by which the system that it came from knows the student.</param>
/// <param name="Name">The student's name as the system writes it; null where it does not.</param>
public sealed record Origin(string Student, string? Name = null)
{
    public bool IsLate { get; init; }

    /// <summary>From 1; null where the names do not say.</summary>
    public int? Attempt { get; init; }

    /// <summary>One of several who handed in together: then the layout says whose it is, whatever the file says.</summary>
    public bool IsOfGroup { get; init; }
}
