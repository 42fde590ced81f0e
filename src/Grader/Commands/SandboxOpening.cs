using Grader.Programs;
using Grader.Running;

namespace Grader.Commands;

/// <summary>Finds out before any program runs whether this machine can hold one.</summary>
internal static class SandboxOpening
{
    /// <exception cref="UnusableCallException">No sandbox can be had, or none that is good enough.</exception>
    public static void TryOut(this Sandboxes sandboxes)
    {
        try
        {
            _ = sandboxes.For(Limits.Default);
        }
        catch (BoxFaultException problem)
        {
            throw new UnusableCallException(problem.Message, "Formulas and other answers in .json files need no sandbox.");
        }
    }
}
