// Into the host itself, by reflection and by machine code. What is found there are this student's own inputs.
public static unsafe class Reaching
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>1 if the host's own objects can be reached. It is no harm: they hold nothing but what this box was sent.</summary>
    public static double FindsTheHost() => Assembly.GetEntryAssembly() is { } host && host.GetTypes().Length > 0 ? 1 : 0;

    // The host's reader and writer, used as the host uses them.
    public static double HostReplyWritten()
    {
        var host = Assembly.GetEntryAssembly()!;
        foreach (var type in host.GetTypes())
        {
            foreach (var method in type.GetMethods(Everything | BindingFlags.DeclaredOnly))
            {
                if (!method.IsStatic || method.GetParameters().Length != 0 || method.ContainsGenericParameters || method.Name.Contains("Main")) continue;
                try { method.Invoke(null, null); } catch { }
            }
        }

        return 7;
    }

    public static double HostFieldsCleared()
    {
        foreach (var type in Assembly.GetEntryAssembly()!.GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            foreach (var field in type.GetFields(Everything))
            {
                if (!field.IsStatic || field.IsLiteral || field.FieldType.IsValueType) continue;
                try { field.SetValue(null, null); } catch { }
            }
        }

        return 7;
    }

    // The host's own comparison of inputs, overwritten with a return.
    public static double HostCodeOverwritten()
    {
        foreach (var type in Assembly.GetEntryAssembly()!.GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            foreach (var method in type.GetMethods(Everything | BindingFlags.DeclaredOnly))
            {
                if (method.ContainsGenericParameters || method.IsAbstract) continue;
                try
                {
                    RuntimeHelpers.PrepareMethod(method.MethodHandle);
                    *(byte*)method.MethodHandle.GetFunctionPointer() = 0xC3;
                }
                catch (Exception) { }
            }
        }

        return 7;
    }

    public static double DynamicCode()
    {
        var method = new System.Reflection.Emit.DynamicMethod("seven", typeof(double), []);
        var code = method.GetILGenerator();
        code.Emit(System.Reflection.Emit.OpCodes.Ldc_R8, 7.0);
        code.Emit(System.Reflection.Emit.OpCodes.Ret);
        return ((Func<double>)method.CreateDelegate(typeof(Func<double>)))();
    }

    public static double DynamicCodeUnbalanced()
    {
        var method = new System.Reflection.Emit.DynamicMethod("none", typeof(double), []);
        var code = method.GetILGenerator();
        code.Emit(System.Reflection.Emit.OpCodes.Pop);
        code.Emit(System.Reflection.Emit.OpCodes.Ret);
        return ((Func<double>)method.CreateDelegate(typeof(Func<double>)))();
    }

    public static double ExpressionTree() =>
        System.Linq.Expressions.Expression.Lambda<Func<double>>(System.Linq.Expressions.Expression.Constant(7.0)).Compile()();

    public static double FunctionPointer()
    {
        delegate*<double, double> root = &Math.Sqrt;
        return root(49);
    }

    public static double LateBinding() => (double)typeof(Math).GetMethod("Sqrt")!.Invoke(null, [49.0])!;

    public static double LateBoundExit() { typeof(Environment).GetMethod("Exit")!.Invoke(null, [0]); return 1; }

    public static double NativeSquareRoot() => sqrt(49);

    public static double MissingLibrary() => nothing();

    /// <summary>1 if a library could be loaded from a place that students can name.</summary>
    public static double LoadsLibrary() => NativeLibrary.TryLoad("/usr/lib/x86_64-linux-gnu/libcrypt.so.1", out _) ? 1 : 0;

    public static double CodeFromOwnPages()
    {
        byte[] code = [0xF2, 0x0F, 0x10, 0x05, 0x01, 0, 0, 0, 0xC3, .. BitConverter.GetBytes(7.0)];
        var page = Kernel.Call(9, 0, 4096, 3, 0x22, -1, 0);
        code.CopyTo(new Span<byte>((void*)page, code.Length));
        return Kernel.Call(10, page, 4096, 5) == 0 ? ((delegate* unmanaged<double>)page)() : 7;
    }

    public static double AssemblyWithinAssembly()
    {
        var context = new System.Runtime.Loader.AssemblyLoadContext("own", isCollectible: true);
        try { context.LoadFromStream(new MemoryStream([77, 90, 1, 2, 3])); } catch (BadImageFormatException) { }
        context.Unload();
        return 7;
    }

    public static double GenericsWithoutEnd() => Wider<int>(0);

    public static double TypesWithoutEnd()
    {
        var type = typeof(int);
        for (; ; ) type = typeof(Box<>).MakeGenericType(type);
    }

    public static double RecursiveLayout() => typeof(Knot<int>).GetFields().Length;

    private static double Wider<T>(double depth) => Wider<Box<T>>(depth + 1) + 1;

    [DllImport("libm.so.6")]
    private static extern double sqrt(double x);

    [DllImport("libnothing_of_that_name")]
    private static extern double nothing();

    private sealed class Box<T>
    {
        public T? Content;
    }

    private sealed class Knot<T>
    {
        public Knot<Box<T>>? Next;
    }
}
