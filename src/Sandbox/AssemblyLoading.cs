using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Protocol;

namespace Sandbox;

/// <summary>Takes an assembly's bytes into this process, and says in the student's terms why that cannot be done.</summary>
internal static class AssemblyLoading
{
    public static Outcome Load(ReadOnlySpan<byte> image, ReadOnlySpan<byte> symbols)
    {
        try
        {
            using var imageStream = new MemoryStream(image.ToArray(), writable: false);
            using var symbolStream = symbols.IsEmpty ? null : new MemoryStream(symbols.ToArray(), writable: false);
            // What the student's assembly needs beside the framework and MathNet.Numerics is not here: the default context says which.
            var assembly = AssemblyLoadContext.Default.LoadFromStream(imageStream, symbolStream);
            var described = StudentAssembly.Describe(assembly, image);
            // Otherwise it would run at some call, and be taken for a fault of that method.
            RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
            return new Outcome.Success(described);
        }
        catch (BadImageFormatException problem)
        {
            return new Outcome.Failure(LoadFailure.NotAnAssembly, problem.Message);
        }
        catch (FileNotFoundException problem)
        {
            return Missing(problem.FileName ?? problem.Message);
        }
        catch (FileLoadException problem)
        {
            return new Outcome.Failure(LoadFailure.Other, problem.Message);
        }
        catch (TypeInitializationException problem)
        {
            var cause = problem.InnerException ?? problem;
            return new Outcome.Failure(LoadFailure.ModuleInitializerThrew, $"{cause.GetType().FullName}: {ExceptionText.Of(cause)}");
        }
        catch (Exception problem)
        {
            return new Outcome.Failure(LoadFailure.Other, $"{problem.GetType().FullName}: {ExceptionText.Of(problem)}");
        }
    }

    /// <summary>Which failure a reference that cannot be found is.</summary>
    public static Outcome.Failure Missing(string reference)
    {
        var name = NameOf(reference);
        // The framework's own assemblies are all here. A higher version of one means a newer framework.
        return name is not null && IsFramework(name.Name)
            ? new Outcome.Failure(LoadFailure.NewerFramework, $"{name.Name} {name.Version}")
            : new Outcome.Failure(LoadFailure.MissingDependency, name?.Name ?? reference);
    }

    private static bool IsFramework(string? name) =>
        name is "mscorlib" or "netstandard" or "System" || name?.StartsWith("System.", StringComparison.Ordinal) == true;

    private static AssemblyName? NameOf(string reference)
    {
        try
        {
            return new AssemblyName(reference);
        }
        catch (Exception problem) when (problem is FileLoadException or ArgumentException)
        {
            return null;
        }
    }

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Success(StudentAssembly Assembly) : Outcome;

        public sealed record Failure(LoadFailure Kind, string Detail) : Outcome;
    }
}
