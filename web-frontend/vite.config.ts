/// <reference types="vitest/config" />
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vite'

const tests = ['src', 'eslint-rules'].flatMap((folder) =>
  readdirSync(new URL(folder, import.meta.url), { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`),
)
/** What a test puts in the place of a module would stay there for those that come after it. */
const apart = tests.filter((name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8').includes('vi.mock('),
)

export default defineConfig({
  plugins: [
    vue(),
    Components({
      resolvers: [ElementPlusResolver({ importStyle: 'css' })],
      dts: 'src/components.d.ts',
      dirs: [],
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
    __INTLIFY_JIT_COMPILATION__: 'true',
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    sourcemap: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'vue-core',
              test: /node_modules[\\/](@vue|vue|vue-router|vue-i18n|@intlify|@tanstack)[\\/]/,
              priority: 30,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/openapi.yml'].map((path) => [
        path,
        process.env.WUFEI_API ?? 'http://127.0.0.1:8080',
      ]),
    ),
  },
  test: {
    environment: 'happy-dom',
    pool: 'threads',
    server: { deps: { inline: ['element-plus'] } },
    // Most of their time went into reading the same modules once for each file.
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          isolate: false,
          include: tests.filter((it) => !apart.includes(it)),
        },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
})
