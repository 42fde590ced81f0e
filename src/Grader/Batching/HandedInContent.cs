namespace Grader.Batching;

/// <summary>What was handed in, as a hash of its bytes: equal exactly where the same files hold the same.</summary>
internal static class HandedInContent
{
    /// <summary>Null where it cannot be read as a file can: it is graded every time then.</summary>
    public static string? Of(FoundFile file)
    {
        using var content = new Fingerprint();
        if (file.Obstacle is { } obstacle) return content.Add(obstacle.Code).Add(obstacle.Message).Finish();
        try
        {
            foreach (var path in file.Program.Prepend(file.Path).Concat(file.Program.Select(Symbols)).Distinct())
            {
                content.Add(Path.GetFileName(path));
                if (!File.Exists(path)) continue;
                // A pipe has no length, and opening it may wait for ever.
                if (new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Length: 0 } || new FileInfo(path).Length == 0) content.Add("empty");
                else content.AddFile(path);
            }

            return content.Finish();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Line numbers in messages come from there.
    private static string Symbols(string program) => Path.ChangeExtension(program, ".pdb");
}
