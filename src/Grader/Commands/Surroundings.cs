namespace Grader.Commands;

/// <summary>What a command meets of the world, passed in so that tests can stand in for it.</summary>
/// <param name="Terminal">Whether <paramref name="Output"/> is a terminal: tables get lines and long work a progress bar.</param>
/// <param name="Colour">Whether colours are wanted there (<c>NO_COLOR</c> is respected).</param>
/// <param name="HomeDirectory">Where <c>exercises</c> and <c>templates</c> stand: beside the program.</param>
/// <param name="ClassSecret">What samples are drawn from, beside worksheet and part, so that a class cannot guess them.</param>
public sealed record Surroundings(
    TextReader Input,
    TextWriter Output,
    TextWriter Error,
    bool Terminal,
    bool Colour,
    string HomeDirectory,
    ulong ClassSecret,
    TimeProvider Clock)
{
    /// <summary>How the wish to stop comes to work that takes long.</summary>
    internal Func<Interruption> Interruptions { get; init; } = Interruption.Never;

    public string ExercisesFolder => Path.Combine(HomeDirectory, "exercises");

    /// <summary>The path of this program, for the tests of a student's project to start.</summary>
    public string GraderProgram => Path.GetFullPath(Path.Combine(HomeDirectory, OperatingSystem.IsWindows() ? "grader.exe" : "grader"));
}
