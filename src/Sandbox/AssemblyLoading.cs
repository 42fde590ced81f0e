using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
            // A context of its own, so that it may have the name of an assembly that is here already, as "Protocol" or "System.Linq".
            // What it needs beside the framework and MathNet.Numerics is not here: the default context, which is asked then, says which.
            var assembly = new AssemblyLoadContext("student").LoadFromStream(imageStream, symbolStream);
            var described = StudentAssembly.Describe(assembly, image);
            // The loader takes in what is built for a newer .NET, and fails at its first type.
            if (described.Warnings.Count > 0 && NewerRuntime(assembly) is { } newer) return newer;
            // Otherwise it would run at some call, and be taken for a fault of that method.
            RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
            return new Outcome.Success(described);
        }
        catch (BadImageFormatException problem)
        {
            return WrongArchitecture(image) ?? new Outcome.Failure(LoadFailure.NotAnAssembly, problem.Message);
        }
        catch (FileNotFoundException problem)
        {
            return Missing(problem.FileName ?? problem.Message);
        }
        catch (FileLoadException problem)
        {
            return WrongArchitecture(image) ?? new Outcome.Failure(LoadFailure.Other, problem.Message);
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

    private static Outcome.Failure? NewerRuntime(Assembly assembly) =>
        assembly.GetReferencedAssemblies().FirstOrDefault(reference => reference.Name is "System.Runtime" or "System.Private.CoreLib" && reference.Version?.Major > Environment.Version.Major) is { } runtime
            ? new Outcome.Failure(LoadFailure.NewerFramework, $".NET {runtime.Version!.ToString(2)}")
            : null;

    private static Outcome.Failure? WrongArchitecture(ReadOnlySpan<byte> image)
    {
        try
        {
            using var reader = new PEReader(new MemoryStream(image.ToArray(), writable: false));
            var (machine, flags) = (reader.PEHeaders.CoffHeader.Machine, reader.PEHeaders.CorHeader?.Flags ?? 0);
            // AnyCPU says I386, too, but does not insist on it.
            var here = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Machine.Arm64 : Machine.Amd64;
            var fits = machine == here || (machine == Machine.I386 && !flags.HasFlag(CorFlags.Requires32Bit));
            // A number that is no processor's is damage.
            return fits || reader.PEHeaders.CorHeader is null || !Enum.IsDefined(machine)
                ? null
                : new Outcome.Failure(LoadFailure.WrongArchitecture, machine == Machine.I386 ? "x86" : machine.ToString());
        }
        catch (BadImageFormatException)
        {
            return null;
        }
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
