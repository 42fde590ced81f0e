using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sandbox.Tests;

/// <summary>Compiles what a student might hand in.</summary>
internal static class Student
{
    private static readonly MetadataReference[] References =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Where(IsManaged)
            .Select(file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(MathNet.Numerics.LinearAlgebra.Vector<double>).Assembly.Location),
    ];

    /// <summary>An assembly's bytes.</summary>
    /// <param name="source">A whole file, or the members of a class <c>Answers</c> when it names no class of that name.</param>
    public static byte[] Assembly(string source) => Build(source).Image;

    /// <summary>An assembly's bytes and its portable PDB.</summary>
    public static (byte[] Image, byte[] Symbols) Build(string source)
    {
        var text = source.Contains("class Answers", StringComparison.Ordinal) ? source : $"public static class Answers {{\n{source}\n}}";
        const string usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading;";
        var compilation = CSharpCompilation.Create(
            "Submission",
            [CSharpSyntaxTree.ParseText(text, path: "Answers.cs", encoding: System.Text.Encoding.UTF8), CSharpSyntaxTree.ParseText(usings, path: "Usings.cs", encoding: System.Text.Encoding.UTF8)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols);
        if (!result.Success) throw new ArgumentException(string.Join('\n', result.Diagnostics));
        return (image.ToArray(), symbols.ToArray());
    }

    private static bool IsManaged(string file)
    {
        using var reader = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(file));
        return reader.HasMetadata;
    }
}
