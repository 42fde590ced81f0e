using System.Security.Cryptography;

namespace Grader.Tests.Batching;

/// <summary>A folder as a list of paths with hashes, so that two of them can be held against each other.</summary>
internal static class FileTree
{
    public static IReadOnlyList<string> Of(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetRelativePath(folder, path)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}"),
    ];
}
