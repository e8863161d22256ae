import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'

/** Change a user, say that it is done, and look at users again. `done` may tell from the answer. */
export function useAct<Answer, Given = void>(
  act: (given: Given) => Promise<Answer>,
  { done, onDone }: { readonly done?: (answer: Answer) => string; readonly onDone?: (answer: Answer) => void },
) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      if (done !== undefined) void message.success(done(answer))
      onDone?.(answer)
      await queries.invalidateQueries({ queryKey: ['users'] })
    },
  })
}
