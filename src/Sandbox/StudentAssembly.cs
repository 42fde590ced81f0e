using System.Reflection;
using Protocol;

namespace Sandbox;

/// <summary>A loaded assembly: its methods and what they look like, found without running any of them.</summary>
internal sealed record StudentAssembly(
    IReadOnlyList<MethodInfo> Methods,
    Sequence<MethodSignature> Signatures,
    string TargetFramework,
    Sequence<string> Warnings)
{
    private const int MostWarnings = 100;

    private const BindingFlags EveryOwn =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Plain loops throughout: this is the longest part of a start, and each generic method costs time to be made.</summary>
    public static StudentAssembly Describe(Assembly assembly, ReadOnlySpan<byte> image)
    {
        var warnings = new List<string>();
        var methods = new List<MethodInfo>();
        foreach (var type in ReadableTypes(assembly, warnings))
        {
            // What the compiler makes of lambdas and iterators is no answer.
            if (type is null || IsCompilersOwn(type.Name)) continue;
            try
            {
                foreach (var method in type.GetMethods(EveryOwn))
                {
                    if (IsWritten(method) && methods.Count < Caps.Methods) methods.Add(method);
                }
            }
            catch (Exception problem) when (problem is TypeLoadException or BadImageFormatException or IOException or InvalidOperationException)
            {
                Warn(warnings, $"The methods of {type.FullName} cannot be read: {problem.Message}");
            }
        }

        if (methods.Count == Caps.Methods) Warn(warnings, $"Only the first {Caps.Methods} methods were looked at.");
        var signatures = Described(methods, warnings);
        return new StudentAssembly(methods, Sequence.Adopt(signatures), TargetFrameworks.NameIn(image), Sequence.Adopt(warnings.ToArray()));
    }

    private static Type?[] ReadableTypes(Assembly assembly, List<string> warnings)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException problem)
        {
            foreach (var cause in problem.LoaderExceptions)
            {
                if (cause is not null) Warn(warnings, cause.Message);
            }

            return problem.Types;
        }
    }

    // Methods that cannot be described leave the list: positions in both lists are the same.
    private static MethodSignature[] Described(List<MethodInfo> methods, List<string> warnings)
    {
        var signatures = new List<MethodSignature>(methods.Count);
        for (var index = 0; index < methods.Count;)
        {
            try
            {
                signatures.Add(SignatureOf(methods[index], methods));
                index++;
            }
            catch (Exception problem) when (problem is TypeLoadException or BadImageFormatException or IOException or InvalidOperationException)
            {
                Warn(warnings, $"{methods[index].Name} cannot be read: {problem.Message}");
                methods.RemoveAt(index);
            }
        }

        return [.. signatures];
    }

    private static void Warn(List<string> warnings, string sentence)
    {
        if (warnings.Count < MostWarnings && !warnings.Contains(sentence)) warnings.Add(sentence);
    }

    // Accessors and operators are no answers, nor what the compiler makes of local functions.
    private static bool IsWritten(MethodInfo method) =>
        !method.IsSpecialName && !IsCompilersOwn(method.Name);

    // A loop: the framework's search is made for long texts, and its first use takes longer than all the names.
    private static bool IsCompilersOwn(string name)
    {
        foreach (var character in name)
        {
            if (character == '<') return true;
        }

        return false;
    }

    private static bool IsNameOfVisible(string name, List<MethodInfo> methods)
    {
        foreach (var method in methods)
        {
            if (method.Name == name && method.IsPublic && method.DeclaringType!.IsVisible) return true;
        }

        return false;
    }

    // A class that was written without "public" in front: the default of the language, and not meant to hide anything.
    private static bool IsOpen(Type type)
    {
        for (; type.IsNested; type = type.DeclaringType!)
        {
            if (!type.IsNestedPublic && !type.IsNestedAssembly) return false;
        }

        return true;
    }

    private static MethodSignature SignatureOf(MethodInfo method, List<MethodInfo> all)
    {
        var given = method.GetParameters();
        var parameters = new ParameterSignature[given.Length];
        for (var index = 0; index < given.Length; index++)
            parameters[index] = new ParameterSignature(given[index].Name ?? "", TypeNames.Of(given[index].ParameterType), given[index].IsOptional);

        var type = method.DeclaringType!;
        return new MethodSignature(
            TypeNames.Of(type),
            method.Name,
            Sequence.Adopt(parameters),
            TypeNames.Of(method.ReturnType),
            TupleNames.Of(method),
            method.IsPublic && (type.IsVisible || (IsOpen(type) && !IsNameOfVisible(method.Name, all))),
            method.IsStatic,
            method.ContainsGenericParameters);
    }
}
