using Protocol;
using Scanning;

namespace Sandbox;

/// <summary>What a look at a file found, as it is sent. Loops: each box would have to make a query ready.</summary>
internal static class ScanReplies
{
    public static Sequence<ScanFinding> Findings(IReadOnlyList<Finding> found)
    {
        var sent = new ScanFinding[found.Count];
        for (var index = 0; index < sent.Length; index++) sent[index] = new(found[index].User, found[index].Api, found[index].Message);
        return Sequence.Adopt(sent);
    }

    public static Sequence<ScannedMethod> Methods(IReadOnlyList<DeclaredMethod> found)
    {
        var sent = new ScannedMethod[found.Count];
        for (var index = 0; index < sent.Length; index++)
        {
            var method = found[index];
            sent[index] = new(method.Type, method.Name, Sequence.From(method.Parameters), method.IsCallable);
        }

        return Sequence.Adopt(sent);
    }
}
